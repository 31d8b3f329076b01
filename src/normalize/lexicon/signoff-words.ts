/** Phrases before names in the credits at the end of a story, by role (Reuters in six languages, AP, AFP; compiled 2026-11-24). Lower case. */
export const ROLE_PHRASES: readonly (readonly [phrase: string, role: string])[] = [
  ...phrases(
    'additional reporting',
    'additional reporting by|additional reporting from|with additional reporting by|with reporting by|additional reporting and writing by|further reporting by|zusätzliche berichterstattung von|weitere berichterstattung von|reportage supplémentaire de|avec la contribution de|avec|con la contribución de|con la colaboración de|con reporte adicional de|reporte adicional de|información adicional de|reportagem adicional de|con il contributo di',
  ),
  ...phrases(
    'contributor',
    'with assistance from|with assistance by|with contributions from|with contributions by|with help from|assistance from|mit beiträgen von|unter mitarbeit von|mitarbeit|medarbete',
  ),
  ...phrases(
    'reporter',
    'reporting by|reported by|reporting and writing by|reporting and graphics by|bericht von|berichtet von|berichterstattung von|reportage de|reportage par|reportage|reporte de|reporte por|reportado por|información de|informacion de|reportagem de|reportagem por|reportagem|in redazione|hanno collaborato|rapportage door|von',
  ),
  ...phrases(
    'writer',
    'writing by|written by|story by|compiled by|geschrieben von|verfasst von|rédigé par|écrit par|rédaction|escrito por|redacción de|texto de|redação de|scritto da|geschreven door',
  ),
  ...phrases(
    'editor',
    'editing by|edited by|edited and updated by|editing and writing by|redigiert von|bearbeitet von|édité par|edité par|editado por|editado en español por|edición de|edición en español de|edición por|edição de|edição por|a cura di|editing|redactie door|redaktion',
  ),
  ...phrases(
    'translator',
    'translation by|translated by|übersetzt von|version française|version française de|traduit par|traducido por|traducción de|tradução de|traduzido por|tradotto da|traduzione di|vertaald door',
  ),
  ...phrases('photographer', 'photos by|photography by|photographs by|fotos von|photos de|fotos de'),
  ...phrases('illustrator', 'graphics by|graphic by|graphics and illustrations by|illustrations by|illustration by|grafik von'),
  ...phrases('producer', 'video by|produced by|production by|video production by|data by|research by|fact-checking by'),
];

function phrases(role: string, words: string): (readonly [string, string])[] {
  return words.split('|').map((phrase) => [phrase, role] as const);
}

/** Sentences that say who helped: what stands before the names, what stands behind, and the role. English, French, German, Spanish, Portuguese. */
export const CONTRIBUTION_TAILS: readonly (readonly [tail: string, role: string])[] = [
  ['contributed to this report', 'contributor'],
  ['also contributed to this report', 'contributor'],
  ['contributed to this story', 'contributor'],
  ['contributed to this article', 'contributor'],
  ['contributed reporting', 'contributor'],
  ['contributed additional reporting', 'contributor'],
  ['contributed', 'contributor'],
  ['also contributed', 'contributor'],
  ['reported', 'reporter'],
  ['a contribué à ce reportage', 'contributor'],
  ['ont contribué à ce reportage', 'contributor'],
  ['a contribué à cet article', 'contributor'],
  ['ont contribué à cet article', 'contributor'],
  ['hat zu diesem bericht beigetragen', 'contributor'],
  ['haben zu diesem bericht beigetragen', 'contributor'],
  ['trug zu diesem bericht bei', 'contributor'],
  ['contribuyó a este reporte', 'contributor'],
  ['contribuyeron a este reporte', 'contributor'],
  ['contribuyó a este despacho', 'contributor'],
  ['contribuyeron a este despacho', 'contributor'],
  ['colaboró en este reporte', 'contributor'],
  ['colaboraron en este reporte', 'contributor'],
  ['contribuiu para esta reportagem', 'contributor'],
  ['contribuíram para esta reportagem', 'contributor'],
  ['ha contribuito a questo articolo', 'contributor'],
  ['hanno contribuito a questo articolo', 'contributor'],
];
