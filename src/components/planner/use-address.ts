import { useLayoutEffect, useState } from 'preact/hooks';

/** What stands after the # of the page's address, and a function that changes it. Nothing of it is sent anywhere. */
export function useAddress<T>(read: (hash: string) => T, write: (value: T) => string): [T, (next: T) => void] {
  // The page is made without an address; it is read as soon as the page is here, before anybody can type.
  const [value, setValue] = useState(() => read(''));
  useLayoutEffect(() => {
    const follow = () => setValue(read(location.hash));
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const change = (next: T) => {
    history.replaceState(history.state, '', write(next) || location.pathname + location.search);
    setValue(next);
  };
  return [value, change];
}
