import type { Day } from '@/lib/calendar';
import { shifted } from '@/lib/time/rule';

/** A whole-day event; `to` is its last day. `sequence` grows with each change of what it shows. */
export type FeedEvent = {
  uid: string;
  sequence: number;
  from: Day;
  to: Day;
  title: string;
  place: string | null;
  url: string;
  changedAt: Date;
};

/**
 * A calendar by RFC 5545: whole days, so that no time zone shifts them, with an exclusive end; lines end in CRLF and are folded at
 * 75 octets. DTSTAMP is the time of the last change: equal events give equal bytes.
 */
export function toCalendar(name: string, events: readonly FeedEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Oriel//Oriel//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf({ uid, sequence, from, to, title, place, url, changedAt }: FeedEvent): string[] {
  const stamp = changedAt.toISOString().replace(/[-:]|\.\d+/g, '');
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(from)}`,
    `DTEND;VALUE=DATE:${compact(shifted(to < from ? from : to, 1))}`,
    `SUMMARY:${escaped(title)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const compact = (day: Day) => day.replaceAll('-', '');

/** A text as a value (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** A line in parts of at most 75 octets, each after the first behind a blank; no character is cut (RFC 5545, 3.1). */
export function folded(line: string): string {
  let [text, octets] = ['', 0];
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > 75) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
