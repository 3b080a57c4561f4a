/** What the browser is asked about the machine, and what its answers mean. Nothing of it is kept. */
import type { Device } from '../../schemas/exam-rules.ts';

/** What a browser says of the machine it runs on. */
export type BrowserHints = {
  readonly userAgent: string;
  /** How many fingers its screen tells apart. An iPad calls itself a Mac, but no Mac has such a screen. */
  readonly touchPoints: number;
};

/** The machine that the browser seems to run on; empty where it can't be told. */
export function deviceOf({ userAgent, touchPoints }: BrowserHints): Device | '' {
  if (/iPhone|iPod|Windows Phone/.test(userAgent)) return 'phone';
  if (/iPad/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)) return 'ipad';
  if (/Android/.test(userAgent)) return /Mobile/.test(userAgent) ? 'phone' : 'tablet';
  if (/CrOS/.test(userAgent)) return 'chromebook';
  if (/Windows/.test(userAgent)) return 'windows';
  if (/Macintosh/.test(userAgent)) return 'mac';
  return /Linux|X11/.test(userAgent) ? 'linux' : '';
}

/** Why a camera or microphone can't be tried. */
export type MediaProblem = 'insecure' | 'no-api' | 'denied' | 'none-found' | 'in-use' | 'other';

/** The problem behind an error of `getUserMedia`, by the error's name. */
export function mediaProblem(name: string): MediaProblem {
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none-found';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    default:
      return 'other';
  }
}

/** What happened, and what the reader can do about it. `what`: "camera" or "microphone". */
export function mediaProblemWords(problem: MediaProblem, what: string): string {
  switch (problem) {
    case 'insecure':
      return `Browsers give the ${what} only to pages with https in their address. Open this page that way.`;
    case 'no-api':
      return `This browser does not let pages use the ${what}. Try a newer Chrome, Edge, Firefox or Safari.`;
    case 'denied':
      return `You or your browser said no. To try again, open the site settings beside the address, allow the ${what}, and press the button once more. On some machines the system’s own privacy settings say no too.`;
    case 'none-found':
      return `No ${what} was found. Plug one in, or switch it on.`;
    case 'in-use':
      return `The ${what} is there, but can’t be used. Close other programs that may use it, such as a video call.`;
    case 'other':
      return `The ${what} could not be tried. Start the browser again, or try another one.`;
  }
}

/** How loud a piece of sound is, from 0 to 1. Samples lie around 128, as the browser gives them. */
export function loudness(samples: Uint8Array): number {
  const sum = samples.reduce((total, sample) => total + ((sample - 128) / 128) ** 2, 0);
  return Math.min(1, Math.sqrt(sum / Math.max(samples.length, 1)) * 4);
}

/** Above this a voice is heard, and not only the microphone's own noise. */
export const heardFrom = 0.06;

/** Megabits a second. */
export function mbpsOf(bytes: number, milliseconds: number): number {
  return (bytes * 8) / 1000 / Math.max(milliseconds, 1);
}

/** What a measured speed means beside what an exam asks, where that is known. */
export function speedWords(mbps: number, asked: number | undefined): string {
  const measured = `This site arrived at ${mbps < 10 ? mbps.toFixed(1) : Math.round(mbps)} Mbps.`;
  if (asked === undefined) return `${measured} Most systems ask for 1 to 3.`;
  return mbps >= asked
    ? `${measured} The exam asks for ${asked}.`
    : `${measured} The exam asks for ${asked}. Use a cable or sit nearer to the router, and measure again. This site may be slower than your line.`;
}

/** What the number of screens means. `extended`: true for more than one; undefined where the browser does not tell. */
export function screenWords(extended: boolean | undefined, allowed: number | undefined): string {
  if (extended === undefined) return 'This browser does not tell how many screens there are. Count them yourself.';
  if (!extended) return 'The browser sees one screen.';
  return allowed === 1
    ? 'The browser sees more than one screen. The exam allows one: unplug the others.'
    : 'The browser sees more than one screen. Most exams allow one: unplug the others.';
}
