import { useEffect } from 'preact/hooks';

/**
 * While something stands at the bottom of the window, what has the focus is not hidden behind it. The room is made once that
 * is painted: it concerns the whole page, and matters with the next press.
 */
export function useRoomBelow(isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return undefined;
    const { style } = document.documentElement;
    style.scrollPaddingBlockEnd = '14rem';
    return () => {
      style.scrollPaddingBlockEnd = '';
    };
  }, [isShown]);
}
