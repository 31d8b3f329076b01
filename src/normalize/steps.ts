import type { Step } from './draft.ts';
import { breaks } from './steps/breaks.ts';
import { byline } from './steps/byline.ts';
import { captions } from './steps/captions.ts';
import { dateline } from './steps/dateline.ts';
import { language } from './steps/language.ts';
import { layout } from './steps/layout.ts';
import { status } from './steps/status.ts';
import { timestamps } from './steps/timestamps.ts';

/**
 * The steps in the order they run. Layout gives page text its fields; language chooses the tables of all later steps;
 * breaks go before byline and dateline so that these see the first and last line of the story itself.
 */
export const steps: readonly Step[] = [layout, language, breaks, timestamps, status, byline, dateline, captions];
