import { BadInput } from '../../faults.ts';
import type { Format } from '../format.ts';
import { pictureItem } from '../picture/item.ts';
import { pictureKindOf } from '../picture/kind.ts';
import { readPicture } from '../picture/picture.ts';

/** Pictures as agencies send them: the words that stand in the file itself as IPTC IIM, XMP and Exif. One file is one item. */
export const pictureMetadata: Format = {
  name: 'picture-metadata',
  version: '1',
  source:
    'IPTC Photo Metadata Standard 2025.1; IPTC-NAA IIM 4.2 (2014); Exif 2.32; XMP specification parts 1 to 3; MWG Guidelines for Handling Image Metadata 2.0 (2010)',
  reads:
    'Pictures (JPEG; the Exif and XMP of PNG and WebP; TIFF): headline, object name, caption, credit, source, creator, moments with their offsets, places, subjects, keywords, instructions, rights, ids. Where IIM, XMP and Exif disagree, the precedence of the Metadata Working Group decides and a repair `picture.conflict` keeps what the others said. A release date after sending is an embargo. Positions, camera data and all other values stay in `x`.',
  gaps: [
    'IIM in Mac Roman without a charset is read as windows-1252',
    'IIM that ImageMagick packs into PNG texts, HEIC, AVIF and GIF are not read',
    'a kill is only text in a picture: in headline, object name, instructions or at the start of the caption',
  ],
  recognises: (document) => document.encoding === 'binary' && pictureKindOf(document.bytes) !== undefined,
  parse(document) {
    const kind = pictureKindOf(document.bytes);
    if (kind === undefined)
      throw new BadInput('picture.not-a-picture', {
        message: 'The document is no JPEG, PNG, WebP or TIFF file',
        hint: 'Name another format for this feed',
      });
    const file = { bytes: document.bytes.length, ...(document.url === undefined ? {} : { url: document.url }) };
    return { items: [pictureItem(readPicture(kind, document.bytes), file)] };
  },
};
