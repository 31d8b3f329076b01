import { ar } from './ar.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fi } from './fi.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import { no } from './no.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { sv } from './sv.ts';
import type { BreakTable } from './table.ts';
import { tr } from './tr.ts';

/** All languages. English first: sites of any language carry English labels. */
export const BREAK_TABLES: readonly BreakTable[] = [en, de, fr, es, it, pt, nl, sv, no, da, fi, pl, tr, ru, ar, ja];
