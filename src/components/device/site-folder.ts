/** The address of the folder this site is served from, with a slash at its end. */
export const siteFolder = new URL(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/`, location.href).href;
