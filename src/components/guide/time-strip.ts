/** What a clock shows elsewhere at the same moment: for the strip of time zones. */

const partsFor = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });

/** Minutes since 1970 that a clock in this zone shows at this moment, as if it were UTC. */
function shownMinutes(moment: number, zone: string): number {
  const part = Object.fromEntries(
    partsFor(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  return Date.parse(`${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:00Z`) / 60_000;
}

/**
 * Hours after the midnight at which `day` begins that a clock in `there` shows, when it is `day` at `hour` o'clock in `here`.
 * 25.5 is half past one in the night after it; a negative number is the day before.
 */
export function hoursThere(day: string, hour: number, here: string, there: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const asked = midnight / 60_000 + hour * 60;
  // The zone's distance from UTC is that of the moment itself, not of the first guess.
  const guess = asked * 60_000;
  const moment = guess - (shownMinutes(guess, here) - asked) * 60_000;
  const exact = moment - (shownMinutes(moment, here) - asked) * 60_000;
  return (shownMinutes(exact, there) - midnight / 60_000) / 60;
}

/** "7 p.m.", "5:30 a.m. the next day", "midnight". */
export function clockWords(hours: number): string {
  const ofDay = ((hours % 24) + 24) % 24;
  const minutes = Math.round((ofDay % 1) * 60);
  const hour = Math.floor(ofDay);
  const clock =
    ofDay === 0
      ? 'midnight'
      : ofDay === 12
        ? 'noon'
        : `${hour % 12 || 12}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
  const day = hours > 24 ? ' the next day' : hours < 0 ? ' the day before' : '';
  return `${clock}${day}`;
}
