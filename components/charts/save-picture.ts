import { saveFile } from '@/components/ui/save-file';
import type { LegendEntry, Picture } from './picture-text';
import { pictureSize, pictureText } from './picture-text';

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

/** The drawing as text that needs no style sheet: what CSS says of each element is written on it. */
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

/** A colour as the page has it now, for instance of a custom property. */
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

/** Saves a drawing of the page as it looks now, with its title, as an SVG, or as a PNG at twice its size. */
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
