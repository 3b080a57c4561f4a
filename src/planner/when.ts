/** Lets something be done, once, at a time to come. The returned function gives it up. */
export type When = (act: () => void) => () => void;
