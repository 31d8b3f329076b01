/** Source: credit lines of news pages and agency captions in 16 languages, collected 2026-11-24. */
import type { CreditFlag } from '../../article/media.ts';

/** Whole parts of a credit, or bracketed notes in a caption, that say what kind of picture it is. Lower case, by flag. */
const WORDS: Readonly<Partial<Record<CreditFlag, string>>> = {
  file: `
    file | files | file photo | file image | file picture | file pic | archive | archives | archiv | archivbild | archivfoto |
    archivo | archivos | arquivos | archivo particular | arquivo | archivio | d'archives | foto de archivo | imagen de archivo |
    foto d'archivio | archief | archieffoto | arkiv | arkivbild | arkivfoto | arkisto | arkistokuva | archiwum | arşiv | архив |
    أرشيف | 資料写真 | photo d'archives | photo d'archive | library | stock photo`,
  handout: `
    handout | hand-out | ho | handout photo | handouts | via handout | pr handout | supplied | provided | supplied photo |
    pressebild | pressefoto | press handout | pressbild | divulgação | reproducción`,
  pool: `
    pool | pool photo | via pool`,
  symbolic: `
    symbolbild | symbolfoto | photo d'illustration | image d'illustration | illustrative image | stock image | genrebild |
    kuvituskuva | imagen ilustrativa | foto ilustrativa | imagem ilustrativa | illustrasjonsfoto | illustrationsbild | themenbild |
    representational image | representative image | zdjęcie ilustracyjne | modellfoto | sujetbild | temsili | foto simbolica |
    foto illustrativa`,
  screenshot: `
    screenshot | screengrab | screen grab | screen shot | screencap | video still | videostill | still | captura de pantalla |
    captura | capture d'écran | capture d'ecran | bildschirmfoto | skärmdump | skjermdump | schermafbeelding | kuvakaappaus |
    zrzut ekranu | frame grab | скриншот | fermo immagine | skærmbillede`,
  illustration: `
    illustration | illustrations | montage | collage | photo illustration | fotomontage | grafik | graphic`,
  courtesy: `
    courtesy | cortesía | cortesia | courtesy photo | zvg | privat | private`,
};

/** The flag that a part sets. */
export const FLAG_PARTS: Readonly<Record<string, CreditFlag>> = Object.fromEntries(
  (Object.entries(WORDS) as [CreditFlag, string][]).flatMap(([flag, words]) =>
    words.split('|').map((word) => [word.trim(), flag] as const),
  ),
);
