import type { CreditFlag } from '../../article/media.ts';
import { languages } from './languages.ts';

/** Words before a credit, with a colon: `Photo: …`, `Crédits photos : …`. Sources of regular expressions, lower case. */
export const CREDIT_LABELS: readonly string[] = [...new Set(languages.flatMap(({ credits }) => credits?.labels ?? []))];

/** Labels that need no colon: `Photo by …`, `Foto von …`. */
export const CREDIT_PHRASES: readonly string[] = [...new Set(languages.flatMap(({ credits }) => credits?.phrases ?? []))];

/**
 * Phrases of a caption that say how the picture came about. Sources of regular expressions, lower case.
 * Source: agency captions, collected 2026-11-24.
 */
export const CAPTION_FLAGS: readonly (readonly [flag: CreditFlag, pattern: string])[] = [
  [
    'screenshot',
    "(?:still image|screen ?(?:grab|shot)|frame grab|video grab|image (?:taken |made |obtained )?from (?:a )?video|still (?:from|frame)|video still|capture d'écran|captura de (?:pantalla|video|vídeo)|bildschirmfoto|fermo immagine)\\b",
  ],
  [
    'handout',
    '(?:(?:photo|picture|image|photograph|handout)s? (?:was )?(?:provided|released|supplied|issued|distributed|made available|obtained) (?:on [^.]{0,30})?(?:by|from)|handout (?:photo|picture|image|photograph|video)|undated handout|photo fournie par|foto facilitada por|(?:foto|bild) (?:zur verfügung gestellt|herausgegeben))\\b',
  ],
  [
    'file',
    "(?:in this [^.]{0,40}file (?:photo|image|picture)|file photo\\b|photo d'archives?|foto de archivo|imagen de archivo|archivbild|archivfoto|arkivbild|arkivfoto|arkistokuva|foto d'archivio|imagem de arquivo|foto de arquivo)",
  ],
  [
    'symbolic',
    "\\b(?:symbolbild|symbolfoto|photo d'illustration|image d'illustration|imagen ilustrativa|imagem ilustrativa|kuvituskuva|genrebild|illustrasjonsfoto|themenbild|representational image|illustrative image)\\b",
  ],
];
