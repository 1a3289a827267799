import { saveFile } from '@/components/ui/save-or-copy';
import { escapeUTF8 } from 'entities/escape';

/** A series that the plot itself does not name: how its line is drawn. */
export type LegendEntry = { name: string; color: string; dash: string };

/**
 * The contents of a picture; lengths in pixels, colours as in CSS, `drawing` an `<svg>` element as
 * text.
 */
export type Picture = {
  title: string;
  /** Under the title: the selected annotations, in words. */
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

/** Text escaped for XML; characters that XML does not allow are left out. */
export function xmlText(text: string): string {
  return escapeUTF8(text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ''));
}

/** The size of the whole picture: the plot with its title, legend and margins. */
export function pictureSize({ width, height, legend }: Picture): { width: number; height: number } {
  return {
    width: Math.ceil(width) + 2 * margin,
    height: Math.ceil(height) + 2 * margin + head + legend.length * legendLine,
  };
}

/** A standalone SVG file with a background, title, plot and legend. */
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

/** A file name made from text: lower-case letters, digits and dashes. */
export function fileName(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...plain].slice(0, 80).join('') || 'parallax';
}

const properties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'display',
];

/** The plot as text that needs no style sheet: computed styles become attributes. */
function standaloneSvg(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const pairs = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  for (const [at, to] of [copy, ...copy.querySelectorAll<SVGElement>('*')].entries()) {
    const from = pairs[at];
    if (from === undefined) continue;
    const style = getComputedStyle(from);
    for (const name of properties) to.setAttribute(name, style.getPropertyValue(name));
    for (const name of ['class', 'style', 'tabindex', 'role', 'aria-label'])
      to.removeAttribute(name);
  }
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return new XMLSerializer().serializeToString(copy);
}

/** The computed value of a colour, for instance of a custom property. */
function colorNow(color: string, within: Element): string {
  const probe = document.createElement('span');
  probe.style.color = color;
  within.append(probe);
  const { color: computed } = getComputedStyle(probe);
  probe.remove();
  return computed;
}

function pictureOf(
  svg: SVGSVGElement,
  { title, subtitle, legend }: { title: string; subtitle: string; legend: readonly LegendEntry[] },
): Picture {
  const { width, height } = svg.getBoundingClientRect();
  const { color, backgroundColor, fontFamily } = getComputedStyle(document.body);
  return {
    title,
    subtitle,
    drawing: standaloneSvg(svg),
    width,
    height,
    background: backgroundColor,
    text: color,
    font: fontFamily,
    legend: legend.map((entry) => ({ ...entry, color: colorNow(entry.color, document.body) })),
  };
}

async function pngOf(picture: Picture, text: string): Promise<Blob> {
  const { width, height } = pictureSize(picture);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('The picture is too large.')) : resolve(blob)),
      'image/png',
    ),
  );
}

/** Saves a plot as it looks now, with its title, as an SVG, or as a PNG at twice its size. */
export async function savePicture(
  svg: SVGSVGElement,
  kind: 'svg' | 'png',
  about: { title: string; subtitle: string; legend: readonly LegendEntry[]; file: string },
): Promise<void> {
  const picture = pictureOf(svg, about);
  const text = pictureText(picture);
  const blob =
    kind === 'svg' ? new Blob([text], { type: 'image/svg+xml' }) : await pngOf(picture, text);
  saveFile(`${about.file}.${kind}`, blob);
}
