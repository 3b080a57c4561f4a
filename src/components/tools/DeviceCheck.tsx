import type { ReadyWay } from '../../planner/exam/exam-ready.ts';
import { CameraCheck } from './CameraCheck.tsx';
import { ConnectionCheck } from './ConnectionCheck.tsx';
import { MicrophoneCheck } from './MicrophoneCheck.tsx';
import { ScreenCheck } from './ScreenCheck.tsx';

/** What the browser can try on the machine, each only when its button is pressed. */
export function DeviceCheck({ limits }: { readonly limits: ReadyWay['limits'] }) {
  return (
    <section class="stack-small wide no-print" aria-labelledby="try">
      <h2 id="try">Try this device</h2>
      <p>
        Each button tries one thing, here in your browser. Nothing is recorded, kept or sent. The picture of your camera
        is shown to you alone. When you press “Stop” or leave the page, camera and microphone are off again.
      </p>
      <p class="quiet small">
        This does not replace the test of the exam’s own system. Run that one too, about a week before.
      </p>
      <div class="check-cards">
        <CameraCheck />
        <MicrophoneCheck />
        <ScreenCheck allowed={limits.screens} />
        <ConnectionCheck asked={limits.downMbps} askedUp={limits.upMbps} />
      </div>
    </section>
  );
}
