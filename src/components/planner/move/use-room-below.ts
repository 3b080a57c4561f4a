import { useLayoutEffect } from 'preact/hooks';

/** While something stands at the bottom of the window, what has the focus is not hidden behind it. */
export function useRoomBelow(isShown: boolean): void {
  useLayoutEffect(() => {
    if (!isShown) return undefined;
    const { style } = document.documentElement;
    style.scrollPaddingBlockEnd = '14rem';
    return () => {
      style.scrollPaddingBlockEnd = '';
    };
  }, [isShown]);
}
