/** The outline of a pin in a square of 16: on the map, in its legend and beside a course. */
export const pinPath = 'M5 1h6v1.5L10 3.5V7l3 3v1.5H8.75V15h-1.5v-3.5H3V10l3-3V3.5L5 2.5z';
