// Reads the change feed as the named consumer `site` until it is killed. Run by consumer-crashes.test.ts: node crashing-consumer.mjs PLACE FILE
import { appendFileSync, readFileSync, truncateSync } from 'node:fs';
import { openJournal } from '../dist/store/open-journal.js';

const [place, file] = process.argv.slice(2);
const journal = await openJournal(JSON.parse(place));
// A line that the crash cut is no line; what was written but not acknowledged is passed over.
const text = readFileSync(file, 'utf8');
const whole = text.slice(0, text.lastIndexOf('\n') + 1);
truncateSync(file, Buffer.byteLength(whole));
let cursor = whole === '' ? '0' : whole.trimEnd().split('\n').at(-1).split(' ')[0];
if (cursor !== '0') await journal.advanceConsumer('site', cursor);
process.stdout.write('busy\n');
for (;;) {
  cursor = (await journal.consumer('site')).cursor;
  const views = await journal.events(cursor, 20);
  for (const { event } of views) {
    appendFileSync(file, `${event.cursor} ${event.articleId}@${event.revision}\n`);
    cursor = event.cursor;
  }
  if (views.length > 0) await journal.advanceConsumer('site', cursor);
  else await journal.changed(1_000);
}
