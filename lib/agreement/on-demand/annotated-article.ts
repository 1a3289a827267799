import type { AnnotatedDocument } from '@/lib/agreement/annotated-document';

/** What is counted of a text: its characters (code points), or its words or sentences as they are stored with it. */
export type Item = 'character' | 'token' | 'sentence';

/** An article as its chosen annotators marked it. */
export type AnnotatedArticle = {
  /** Positions in code points; where stretches are given, in UTF-16 as they are. */
  document: AnnotatedDocument;
  /** User ids by annotator. */
  coders: string[];
  /** The words or sentences; none where characters are counted. */
  stretches: [begin: number, end: number][];
};
