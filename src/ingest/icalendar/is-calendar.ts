const BEGIN = /^\s{0,200}BEGIN:VCALENDAR\s{0,200}$/im;

/** Whether a text begins as a calendar (RFC 5545); a few lines may stand before it. */
export function isCalendar(text: string): boolean {
  return BEGIN.test(text.slice(0, 200));
}
