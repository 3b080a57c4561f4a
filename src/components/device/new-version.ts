/** Offers a new version that has arrived, and leaves for it only when nothing is lost by that. */
import { askWorker } from '../../offline/talk.ts';
import type { Which } from '../../offline/messages.ts';
import { hideNote, isShown, showNote } from './device-note.ts';
import { openEdit, savedEverything } from './open-edit.ts';

const kind = 'new-version';
const later = ['Later', () => hideNote(kind)] as const;

/** Offers the version of the worker that waits, where the page is not of that version already. */
export async function offerWaiting({ waiting }: ServiceWorkerRegistration): Promise<void> {
  const { controller } = navigator.serviceWorker;
  if (!waiting || !controller) return;
  const [page, next] = await Promise.all([
    askWorker<Which>(controller, { kind: 'which' }),
    askWorker<string>(waiting, { kind: 'own' }),
  ]);
  if (next !== undefined && page?.build !== next) offer('A new version of Credit Map is ready.');
}

/** Offers to load the page again: it then comes from the server, or whole from what has arrived. */
export function offer(words: string): void {
  if (isShown(kind)) return;
  showNote(kind, `${words} Your plan stays on your device.`, [['Use it now', () => void takeUp()], later]);
}

async function takeUp(): Promise<void> {
  const edit = openEdit();
  if (!edit) return leave();
  showNote(kind, `What you typed under “${edit}” is not in your plan yet. Add it first, or it is lost.`, [
    ['Use it now and lose that', () => void leave()],
    later,
  ]);
}

async function leave(): Promise<void> {
  if (await savedEverything()) {
    location.reload();
    return;
  }
  showNote(kind, 'Your plan could not be saved on this device. Save it to a file first, then load this page again.', [
    later,
  ]);
}
