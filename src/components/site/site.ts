/** What every page says about the site itself. */
export const siteName = 'Credit Map';

/** Where `data/` can be read and corrected. Empty until the repository is public: pages then name the file in words. */
export const repositoryUrl = '';

/** The day of the build: pages say which sources are old by it. */
export const today = new Date().toISOString().slice(0, 10);
