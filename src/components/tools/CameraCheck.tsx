import { useEffect, useRef, useState } from 'preact/hooks';
import { mediaProblemWords } from '../../planner/exam/device-check.ts';
import { CheckCard } from './CheckCard.tsx';
import { useMedia, type Tried } from './use-media.ts';

/** The camera's picture, for as long as the reader wants to see it. */
export function CameraCheck() {
  const { tried, start, stop } = useMedia('video');
  const picture = useRef<HTMLVideoElement>(null);
  const [size, setSize] = useState('');
  const stream = tried.state === 'on' ? tried.stream : undefined;
  useEffect(() => {
    setSize('');
    if (picture.current && stream) picture.current.srcObject = stream;
  }, [stream]);
  return (
    <CheckCard
      title="Camera"
      button={stream ? 'Stop the camera' : 'Try the camera'}
      ready={tried.state !== 'asking'}
      onPress={stream ? stop : start}
      said={cameraWords(tried, size)}
    >
      {stream && (
        <video
          class="check-picture"
          ref={picture}
          aria-label="What your camera sees"
          autoplay
          muted
          playsInline
          onLoadedMetadata={({ currentTarget }) =>
            setSize(`${currentTarget.videoWidth} × ${currentTarget.videoHeight}`)
          }
        />
      )}
    </CheckCard>
  );
}

function cameraWords(tried: Tried, size: string): string {
  switch (tried.state) {
    case 'off':
      return '';
    case 'asking':
      return 'Your browser asks whether this page may use the camera.';
    case 'failed':
      return mediaProblemWords(tried.problem, 'camera');
    case 'on':
      return size === ''
        ? 'Waiting for the picture…'
        : `The camera works: ${size} points. Look whether your face is bright, and whether you can turn the camera round the room.`;
  }
}
