/** One note at the edge of the page: about the line, or about a new version. It lies over the page, so that nothing moves. */
import styles from '../../styles/device-note.css?inline';

type Action = readonly [label: string, act: () => void];

let region: HTMLElement | undefined;
let shown: string | undefined;

function regionHere(): HTMLElement {
  if (!region) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets.push(sheet);
    region = document.createElement('div');
    region.className = 'device-note no-print';
    region.setAttribute('role', 'status');
    region.hidden = true;
    document.body.append(region);
  }
  return region;
}

/** Shows these words in place of any before. `kind` is what `hideNote` knows them by. */
export function showNote(
  kind: string,
  words: string,
  actions: readonly Action[],
  link?: readonly [string, string],
): void {
  const here = regionHere();
  shown = kind;
  const text = document.createElement('p');
  text.textContent = words;
  if (link) {
    const more = document.createElement('a');
    [more.href, more.textContent] = link;
    text.append(' ', more);
  }
  const buttons = document.createElement('div');
  buttons.className = 'actions';
  actions.forEach(([label, act], i) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = i === 0 && actions.length > 1 ? 'button' : 'button button-quiet';
    button.textContent = label;
    button.addEventListener('click', act);
    buttons.append(button);
  });
  here.hidden = false;
  // A region that is filled as it appears is not read out.
  requestAnimationFrame(() => shown === kind && here.replaceChildren(text, buttons));
}

export function hideNote(kind: string): void {
  if (shown !== kind || !region) return;
  shown = undefined;
  region.hidden = true;
  region.replaceChildren();
}

export function isShown(kind: string): boolean {
  return shown === kind;
}
