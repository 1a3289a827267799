import type { PositionIndex } from '@/lib/article/code-points';
import type { LayerKind, LayerState } from '@/lib/annotation/layer';
import type { CsvDialect } from './csv';
import { byteOrderMark, csvCell, csvCells, endOfRow } from './csv';

/** The article's part of a row. */
export type ArticleCells = {
  project: string;
  articleId: string;
  title: string;
  source: string | null;
  author: string | null;
  url: string | null;
  publishedAt: string | null;
  language: string;
};

/** The layer's part of a row. */
export type LayerCells = {
  revision: number;
  kind: LayerKind;
  annotator: string;
  state: LayerState;
};

/** The annotation's part of a row. Segments in UTF-16 code units. */
export type AnnotationCells = {
  id: string;
  label: string;
  segments: [number, number][];
  quote: string;
  prefix: string;
  suffix: string;
  /** In JSON. */
  attributes: string;
  note: string;
  /** In digits; empty where nothing was said. */
  confidence: string;
  /** In digits. */
  codebookVersion: string;
  createdAt: string;
  updatedAt: string;
};

/** What of the CSV can be chosen. */
export type CsvChoice = {
  dialect: CsvDialect;
  /** Whether quote, prefix and suffix are there. */
  text: boolean;
};

const columns = [
  'annotation_id',
  'project',
  'article_id',
  'article_title',
  'source',
  'author',
  'url',
  'published_at',
  'language',
  'revision',
  'layer',
  'annotator',
  'label',
  'start',
  'end',
  'offset_unit',
  'segments',
  'quote',
  'prefix',
  'suffix',
  'attributes',
  'note',
  'confidence',
  'layer_state',
  'codebook_version',
  'created_at',
  'updated_at',
] as const;

const ofText = new Set<string>(['quote', 'prefix', 'suffix']);

/** The file's beginning: its names of columns, after a byte order mark for spreadsheets. */
export function csvHead({ dialect, text }: CsvChoice): string {
  const shown = columns.filter((column) => text || !ofText.has(column));
  return (dialect === 'excel' ? byteOrderMark : '') + csvCells(shown, dialect) + endOfRow;
}

/** The cells that all annotations of one layer share, written once: from `project` to `annotator`. */
export function csvShared(article: ArticleCells, layer: LayerCells, dialect: CsvDialect): string {
  return csvCells(
    [
      article.project,
      article.articleId,
      article.title,
      article.source ?? '',
      article.author ?? '',
      article.url ?? '',
      article.publishedAt ?? '',
      article.language,
      String(layer.revision),
      layer.kind,
      layer.annotator,
    ],
    dialect,
  );
}

/**
 * An annotation's row, with what it shares with its layer. `layer` is the layer's kind; `start` and
 * `end` are the first start and the last end, all positions in the unit of `index`, which belongs to
 * the layer's revision. Written out cell by cell, since an export has millions of them.
 */
export function csvLine(
  annotation: AnnotationCells,
  shared: string,
  state: LayerState,
  index: PositionIndex,
  { dialect, text }: CsvChoice,
): string {
  const { id, quote, prefix, suffix } = annotation;
  let segments = '';
  let [first, last] = [0, 0];
  for (const [start, end] of annotation.segments) {
    const from = index.fromUtf16(start) ?? start;
    last = index.fromUtf16(end) ?? end;
    if (segments === '') first = from;
    else segments += ',';
    segments += `[${from},${last}]`;
  }
  const quoteCells = text
    ? `${csvCell(quote, dialect)},${csvCell(prefix, dialect)},${csvCell(suffix, dialect)},`
    : '';
  const spanCells = `${first},${last},${index.unit},"[${segments}]"`;
  const detailCells = `${csvCell(annotation.attributes, dialect)},${csvCell(annotation.note, dialect)},${annotation.confidence}`;
  const times = `${annotation.codebookVersion},${annotation.createdAt},${annotation.updatedAt}`;
  return `${id},${shared},${csvCell(annotation.label, dialect)},${spanCells},${quoteCells}${detailCells},${state},${times}${endOfRow}`;
}
