import { mergeRun } from '@/lib/adjudication/merge/merge';
import { z } from 'zod';
import { decisionView } from '@/lib/adjudication/decision/decision-view';
import { annotationView } from '@/lib/annotation/annotation';
import { layerKinds, layerStates } from '@/lib/annotation/layer';
import { relationView } from '@/lib/annotation/relation';
import { codebook } from '@/lib/codebook/codebook';
import { commentView } from '@/lib/discussion/comment';
import { threadView } from '@/lib/discussion/thread';

/** A person; `id` is null where they are exported by a pseudonym. */
const person = z.object({ id: z.uuid().nullable(), name: z.string() });

/** Fields that are absent with `text=false`. */
const quotation = { quote: true, prefix: true, suffix: true } as const;

const annotation = annotationView.omit({ layerId: true, offsetUnit: true }).partial(quotation);

const thread = threadView
  .omit({ articleId: true, offsetUnit: true })
  .partial(quotation)
  .extend({
    resolvedBy: person.nullable(),
    comments: z.array(commentView.extend({ author: person, mentions: z.array(person) })),
  });

const layer = z.object({
  id: z.uuid(),
  revision: z.int(),
  kind: z.enum(layerKinds),
  /** Null for the consensus and for suggesters. */
  author: person.nullable(),
  suggester: z.string(),
  state: z.enum(layerStates),
  annotations: z.array(annotation),
  relations: z.array(relationView.omit({ layerId: true })),
});

/**
 * What a layer of a discussion round contained when the round began and when it ended; relations
 * have no versions.
 */
const roundLayer = z.object({
  layerId: z.uuid(),
  before: z.array(annotation),
  /** Null while the round is open: then it is the layer’s current content. */
  after: z.array(annotation).nullable(),
});

const round = z.object({
  number: z.int(),
  openedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  layers: z.array(roundLayer),
});

/**
 * A decision about a unit; `sources` are the versions that it was made on, as far as the viewer may
 * see them.
 */
const decision = decisionView
  .omit({
    projectId: true,
    articleId: true,
    articleTitle: true,
    source: true,
    layerId: true,
    offsetUnit: true,
    versions: true,
    // The text is in the same file.
    prefix: true,
    suffix: true,
  })
  .partial({ quote: true })
  .extend({
    sources: z.array(z.object({ annotator: z.string(), annotationId: z.uuid(), version: z.int() })),
    outcome: z.array(
      z.object({
        annotationId: z.uuid(),
        version: z.int(),
        label: z.string(),
        sources: z.array(z.uuid()),
      }),
    ),
    by: person,
    endedBy: person.nullable(),
  });

const article = z.object({
  id: z.uuid(),
  title: z.string(),
  /**
   * `source`, `author`, `url` and `publishedAt` are also null while the project hides them from the
   * viewer.
   */
  source: z.string().nullable(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: z.string().nullable(),
  sourceHidden: z.boolean(),
  language: z.string(),
  revisions: z.array(
    z.object({
      revision: z.int(),
      /** SHA-256 of the text in UTF-8, hexadecimal. */
      sha256: z.string(),
      /** Length of the text in code points. */
      length: z.int(),
      text: z.string().optional(),
    }),
  ),
  layers: z.array(layer),
  /**
   * Every decision about the article, by position, and every merge run, where the viewer may see
   * its consensus.
   */
  decisions: z.array(decision),
  merges: z.array(mergeRun.extend({ by: person })),
  /** The discussion rounds of these layers. */
  rounds: z.array(round),
  threads: z.array(thread),
});

/**
 * The JSON of a project, or of one of its articles, as far as the viewer may see it. Positions are
 * Unicode code points of the text of the revision that a layer or thread names.
 */
export const exportedProject = z.object({
  format: z.literal('parallax'),
  version: z.literal(1),
  offsetUnit: z.literal('code-point'),
  project: z.object({ id: z.uuid(), name: z.string() }),
  articles: z.array(article),
  /** The published codebook versions that the annotations were made with. */
  codebooks: z.array(
    codebook.extend({ version: z.int(), publishedAt: z.iso.datetime().nullable() }),
  ),
});

/** The JSON of a project, or of one of its articles. */
export type ExportedProject = z.infer<typeof exportedProject>;
