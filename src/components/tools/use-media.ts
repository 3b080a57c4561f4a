import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { mediaProblem, type MediaProblem } from '../../planner/exam/device-check.ts';

/** A camera or microphone that is tried. */
export type Tried =
  | { readonly state: 'off' | 'asking' }
  | { readonly state: 'on'; readonly stream: MediaStream }
  | { readonly state: 'failed'; readonly problem: MediaProblem };

/**
 * Tries a camera or a microphone, and lets it go: when asked to, when the page is left or hidden for good, and when it is
 * unplugged. What it gives is shown on the page and goes nowhere else.
 */
export function useMedia(kind: 'video' | 'audio'): { tried: Tried; start: () => void; stop: () => void } {
  const [tried, setTried] = useState<Tried>({ state: 'off' });
  const stream = useRef<MediaStream>();
  const wanted = useRef(false);

  const stop = useCallback(() => {
    wanted.current = false;
    letGo(stream.current);
    stream.current = undefined;
    setTried({ state: 'off' });
  }, []);
  useEffect(() => {
    addEventListener('pagehide', stop);
    return () => {
      removeEventListener('pagehide', stop);
      stop();
    };
  }, [stop]);

  const start = () => {
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) {
      setTried({ state: 'failed', problem: isSecureContext ? 'no-api' : 'insecure' });
      return;
    }
    wanted.current = true;
    setTried({ state: 'asking' });
    devices.getUserMedia({ [kind]: true }).then(
      (given) => {
        // The reader may have left while the browser asked.
        if (!wanted.current) {
          letGo(given);
          return;
        }
        stream.current = given;
        given.getTracks().forEach((track) => track.addEventListener('ended', stop));
        setTried({ state: 'on', stream: given });
      },
      (error: unknown) => {
        setTried({ state: 'failed', problem: mediaProblem(error instanceof Error ? error.name : '') });
      },
    );
  };
  return { tried, start, stop };
}

function letGo(stream: MediaStream | undefined): void {
  stream?.getTracks().forEach((track) => track.stop());
}
