import { useEffect, useState } from 'preact/hooks';
import { heardFrom, loudness, mediaProblemWords } from '../../planner/exam/device-check.ts';
import { CheckCard } from './CheckCard.tsx';
import { useMedia, type Tried } from './use-media.ts';

/** How loud the microphone hears, as a bar. */
export function MicrophoneCheck() {
  const { tried, start, stop } = useMedia('audio');
  const stream = tried.state === 'on' ? tried.stream : undefined;
  const { level, heard } = useLoudness(stream);
  return (
    <CheckCard
      title="Microphone"
      button={stream ? 'Stop the microphone' : 'Try the microphone'}
      ready={tried.state !== 'asking'}
      onPress={stream ? stop : start}
      said={microphoneWords(tried, heard)}
    >
      {stream && <meter class="check-meter" aria-label="How loud it is" min={0} max={1} value={level} />}
    </CheckCard>
  );
}

/** How loud a stream is, ten times a second, and whether anything was ever heard in it. */
function useLoudness(stream: MediaStream | undefined): { level: number; heard: boolean } {
  const [level, setLevel] = useState(0);
  const [heard, setHeard] = useState(false);
  useEffect(() => {
    setLevel(0);
    setHeard(false);
    if (!stream) return undefined;
    const sound = new AudioContext();
    const meter = sound.createAnalyser();
    meter.fftSize = 1024;
    sound.createMediaStreamSource(stream).connect(meter);
    const samples = new Uint8Array(meter.fftSize);
    const timer = setInterval(() => {
      meter.getByteTimeDomainData(samples);
      const now = loudness(samples);
      setLevel(now);
      if (now >= heardFrom) setHeard(true);
    }, 100);
    return () => {
      clearInterval(timer);
      void sound.close();
    };
  }, [stream]);
  return { level, heard };
}

function microphoneWords(tried: Tried, heard: boolean): string {
  switch (tried.state) {
    case 'off':
      return '';
    case 'asking':
      return 'Your browser asks whether this page may use the microphone.';
    case 'failed':
      return mediaProblemWords(tried.problem, 'microphone');
    case 'on':
      return heard
        ? 'The microphone works: something was heard.'
        : 'Say a few words. If nothing is heard, another microphone may be chosen, or it is switched off.';
  }
}
