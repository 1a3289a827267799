import type { LayerKind, LayerState } from '@/lib/annotation/layer';
import type { PositionIndex } from '@/lib/article/code-points';
import type { CsvDialect } from './csv';
import { byteOrderMark, csvCell, csvCells, endOfRow } from './csv';

/** The cells of a row that come from the article. */
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

/** The cells of a row that come from the layer. */
export type LayerCells = {
  revision: number;
  kind: LayerKind;
  annotator: string;
  state: LayerState;
};

/** The cells of a row that come from the annotation; segments are in UTF-16 code units. */
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
  /** In digits; empty where there is none. */
  confidence: string;
  /** In digits. */
  codebookVersion: string;
  createdAt: string;
  updatedAt: string;
};

/** Options of the CSV. */
export type CsvChoice = {
  dialect: CsvDialect;
  /** Whether the columns quote, prefix and suffix are included. */
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

/** The header row, with a byte order mark before it for spreadsheets. */
export function csvHead({ dialect, text }: CsvChoice): string {
  const shown = columns.filter((column) => text || !ofText.has(column));
  return (dialect === 'excel' ? byteOrderMark : '') + csvCells(shown, dialect) + endOfRow;
}

/** The cells that all annotations of a layer share, from `project` to `annotator`, joined once. */
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
 * The row of an annotation, with the cells that its layer shares. `start` and `end` are the first
 * start and the last end; all positions are in the unit of `index`, which belongs to the layer’s
 * revision. Concatenated cell by cell, since exports have millions of rows.
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
