import { pinPath } from './pin.ts';

/** The hatching, the dots, the school's sign and the pin that the map's parts refer to. */
export function MapPatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-likely`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="map-paper" width="7" height="7" />
        <rect class="map-hatch" width="3.2" height="7" />
      </pattern>
      <pattern id={`${id}-at-best`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect class="map-paper" width="6" height="6" />
        <circle class="map-hatch" cx="3" cy="3" r="1.1" />
      </pattern>
      <symbol id={`${id}-school`} viewBox="0 0 16 16">
        <path
          class="map-sign"
          d="M8 1 1 5v1.5h14V5zM2.5 8v4.5H5V8zm4.25 0v4.5h2.5V8zM11 8v4.5h2.5V8zM1 14v1.5h14V14z"
        />
      </symbol>
      <symbol id={`${id}-pin`} viewBox="0 0 18 18">
        <circle class="map-pin-paper" cx="9" cy="9" r="8.5" />
        <path class="map-pin" d={pinPath} transform="translate(1 1)" />
      </symbol>
    </defs>
  );
}
