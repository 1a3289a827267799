import { escapeUTF8 } from 'entities/escape';

/** A series that the drawing itself does not name: how its line is drawn. */
export type LegendEntry = { name: string; color: string; dash: string };

/** What a picture is made of; lengths in pixels, colours as CSS has them, `drawing` an `<svg>` element as text. */
export type Picture = {
  title: string;
  /** Under the title: which readings, in words. */
  subtitle: string;
  drawing: string;
  width: number;
  height: number;
  background: string;
  text: string;
  font: string;
  legend: readonly LegendEntry[];
};

const margin = 24;
const head = 56;
const legendLine = 22;

/** Words as they may stand in XML; what XML cannot hold is left out. */
export function xmlText(text: string): string {
  return escapeUTF8(text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''));
}

/** The size of the whole picture: the drawing with its title, legend and margins. */
export function pictureSize({ width, height, legend }: Picture): { width: number; height: number } {
  return {
    width: Math.ceil(width) + 2 * margin,
    height: Math.ceil(height) + 2 * margin + head + legend.length * legendLine,
  };
}

/** An SVG file that stands alone: on its own ground, with its title, drawing and legend. */
export function pictureText(picture: Picture): string {
  const { title, subtitle, drawing, height, background, text, font, legend } = picture;
  const size = pictureSize(picture);
  const below = margin + head + Math.ceil(height) + 16;
  const textElement = (x: number, y: number, sized: string, content: string) =>
    `<text x="${x}" y="${y}" fill="${xmlText(text)}" font-family="${xmlText(font)}" ${sized}>${xmlText(content)}</text>`;
  const entries = legend.flatMap(({ name, color, dash }, at) => {
    const y = below + at * legendLine;
    return [
      `<line x1="${margin}" x2="${margin + 32}" y1="${y}" y2="${y}" stroke="${xmlText(color)}" stroke-width="2" stroke-dasharray="${xmlText(dash)}"/>`,
      textElement(margin + 42, y + 5, 'font-size="13"', name),
    ];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img">`,
    `<title>${xmlText(title)}</title>`,
    `<rect width="100%" height="100%" fill="${xmlText(background)}"/>`,
    textElement(margin, margin + 14, 'font-size="17" font-weight="600"', title),
    textElement(margin, margin + 36, 'font-size="13"', subtitle),
    `<g transform="translate(${margin} ${margin + head})">${drawing}</g>`,
    ...entries,
    '</svg>',
    '',
  ].join('\n');
}

/** A name for a file, of words: small letters, digits and dashes. */
export function fileName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...plain].slice(0, 80).join('') || 'parallax';
}
