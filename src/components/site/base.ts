/**
 * Where in a host the site is served from: its root, or a folder of it (`BASE_PATH`).
 *
 * Pages, guides and data write every address from the site's root: "/courses/". `src/middleware/` puts those of a
 * page below the base, and an island what it asks for or shows, with `siteAddress()`.
 */

/** "/" or "/credit-map/". */
export const base: string = import.meta.env.BASE_URL;

/** An address of this site as the host knows it: "/courses/" becomes "/credit-map/courses/". */
export function addressBelow(path: string, folder = base): string {
  return folder + path.replace(/^\//, '');
}

/** Where a page stands in the site, whatever the base: "/credit-map/courses/" is "/courses/". */
export function placeInSite(pathname: string, folder = base): string {
  return pathname.startsWith(folder) ? `/${pathname.slice(folder.length)}` : pathname;
}

/** The markup of a page with every address below the base. What stands there already is left as it is. */
export function markupBelow(markup: string, folder = base): string {
  if (folder === '/') return markup;
  return markup.replace(
    /(\s(?:href|src|action)="|\shttp-equiv="refresh" content="0; url=)(\/(?!\/)[^"]*)/g,
    (whole, before: string, address: string) =>
      address.startsWith(folder) ? whole : before + addressBelow(address, folder),
  );
}
