import { setImmediate } from 'node:timers/promises';
import { may } from '@/lib/access/permission';
import type { Viewer } from '@/lib/access/viewer';
import type { Mark } from '@/lib/agreement/comparison/mark';
import { passingText } from '@/lib/article/frozen-text';
import { db } from '@/lib/db';
import { standingIn } from '@/lib/project/standing';
import { absent, forbidden } from '@/lib/refusal';
import { tallyOf } from '../tally/tally';
import type { CompetenceQuery, CompetencesView, MeasuredReading } from './competence';
import { competenceOf } from './competence';
import type { MarkTuple, SettledArticle } from './competence-store';
import {
  findCalibrated,
  findMarks,
  findSettledArticles,
  findUnswayedReadings,
} from './competence-store';

/** Articles whose marks are in memory at once. */
const atOnce = 200;

type MarksIn = (tuples: readonly MarkTuple[]) => Mark[];

async function inCodePoints({ revisionId, hasPairs }: SettledArticle): Promise<MarksIn> {
  const index = hasPairs ? (await passingText(db(), revisionId)).indexIn('code-point') : null;
  const told = (position: number) => index?.fromUtf16(position) ?? position;
  return (tuples) =>
    tuples.map(([id, label, segments]) => ({
      id,
      label,
      segments: segments.map(([start, end]) => ({ start: told(start), end: told(end) })),
    }));
}

/** Adds what these articles say of each person. */
async function measure(
  projectId: string,
  articles: readonly SettledArticle[],
  userId: string | null,
  into: Map<string, MeasuredReading[]>,
): Promise<void> {
  const ids = articles.map(({ articleId }) => articleId);
  const [settled, readings] = await Promise.all([
    findMarks(
      db(),
      articles.map(({ consensusId }) => consensusId),
    ),
    findUnswayedReadings(db(), projectId, ids, userId),
  ]);
  const ofArticle = new Map(articles.map((article) => [article.articleId, article]));
  const marksIn = new Map<string, MarksIn>();
  for (const { articleId, revisionId, userId: author, at, marks } of readings) {
    const article = ofArticle.get(articleId);
    if (article === undefined || article.revisionId !== revisionId) continue;
    const told = marksIn.get(articleId) ?? (await inCodePoints(article));
    marksIn.set(articleId, told);
    const consensus = told(settled.get(article.consensusId) ?? []);
    const known = into.get(author) ?? [];
    into.set(author, known);
    known.push({ at, tally: tallyOf(told(marks), consensus, article.length) });
  }
}

/**
 * How far people agree with what was settled, over the settled articles that they have submitted: of
 * everybody who has read one, or of one person, for managers; of themselves alone for all others.
 * What they had marked before they saw others' readings counts. Reckons some ten milliseconds a
 * person and hundred articles, and lets others in between.
 */
export async function readCompetences(
  viewer: Viewer,
  projectId: string,
  { user }: CompetenceQuery,
): Promise<CompetencesView> {
  const { role } = await standingIn(viewer, projectId, 'read project');
  const isManager = may(role, 'see competences');
  if (user !== undefined && user !== viewer.userId && !isManager)
    throw forbidden('Only managers see how others do.');
  const userId = isManager ? (user ?? null) : viewer.userId;
  const people = await findCalibrated(db(), projectId, userId);
  if (people.length === 0) throw absent('member');
  const articles = await findSettledArticles(db(), projectId);
  const readings = new Map<string, MeasuredReading[]>();
  for (let at = 0; at < articles.length; at += atOnce)
    await measure(projectId, articles.slice(at, at + atOnce), userId, readings);
  const items: CompetencesView['items'] = [];
  for (const { userId: id, name, calibratedAt, attempts } of people) {
    const own = readings.get(id) ?? [];
    if (own.length === 0 && attempts.length === 0 && userId === null) continue;
    items.push({ user: { id, name }, ...competenceOf(own), calibratedAt, attempts });
    await setImmediate();
  }
  const byName = new Intl.Collator('en', { numeric: true });
  items.sort((one, other) => byName.compare(one.user.name, other.user.name));
  return { projectId, items };
}
