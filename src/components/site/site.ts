/** What every page says about the site itself. */
export const siteName = 'Credit Map';

/** Where `data/` can be read and corrected. Empty until the repository is public: pages then name the file in words. */
export const repositoryUrl = '';

/** The day of the build: pages say which sources are old by it. */
export const today = new Date().toISOString().slice(0, 10);

/** Addresses of pages with a tool: they may bring script, and are kept on the device of whoever opens one. */
export const toolPage =
  /^\/(?:planner|trail|search|courses|schools|offline|planner\/[a-z]+|trail\/[a-z]+|compare\/[a-z]+|tools\/[a-z-]+)\/$/;
