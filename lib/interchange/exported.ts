import type { LayerKind, LayerState } from '@/lib/annotation/layer';

/** A layer to be exported. */
export type ExportLayer = {
  id: string;
  revisionId: string;
  revision: number;
  kind: LayerKind;
  authorId: string | null;
  /** The analyst's or suggester's name; empty for the consensus. */
  name: string;
  state: LayerState;
  /** Never less than its annotations. */
  deeds: number;
};

/** An article to be exported, with every layer over it. */
export type ExportArticle = {
  articleId: string;
  title: string;
  source: string | null;
  author: string | null;
  url: string | null;
  publishedAt: string | null;
  language: string;
  layers: ExportLayer[];
};
