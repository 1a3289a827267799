import { changeBatch } from '@/lib/annotation/annotations';
import { changeLayerState, openMyLayer } from '@/lib/annotation/layers';
import { z } from 'zod';
import { findByEmail, insertPerson } from '@/lib/access/user-store';
import type { Viewer } from '@/lib/access/viewer';
import { scopes } from '@/lib/access/viewer';
import { batchInput } from '@/lib/annotation/annotation';
import { addArticle } from '@/lib/article/add-article';
import { articleInput } from '@/lib/article/article';
import { beginProject } from '@/lib/codebook/begin-project';
import { db } from '@/lib/db';
import { addMember } from '@/lib/project/membership-store';
import { projectInput } from '@/lib/project/project';
import { listProjects } from '@/lib/project/read-project';
import { absent } from '@/lib/refusal';
import { demoArticles } from '@/prisma/demo/demo-articles';
import type { DemoAnnotation, DemoLayers } from '@/prisma/demo/demo-story';
import { demoAnalysts, demoProject, segmentsOf } from '@/prisma/demo/demo-story';

/** The project of the demo, and whether it was made just now. */
export const demoView = z.object({ projectId: z.uuid(), made: z.boolean() });

/** The project of the demo. */
type DemoView = z.infer<typeof demoView>;

type Analyst = keyof DemoLayers;

/** An analyst of the demo as a member of the project; the account is made where there is none. */
async function analystIn(projectId: string, analyst: Analyst): Promise<Viewer> {
  const { name, email } = demoAnalysts[analyst];
  const person =
    (await insertPerson(db(), { name, email, passwordHash: null })) ??
    (await findByEmail(db(), email));
  if (person === null) throw absent('analyst');
  await addMember(db(), projectId, person.userId, 'analyst');
  return { userId: person.userId, name: person.name, email, scopes, by: 'session' };
}

/** Annotates an article as the analyst of the story did, and submits the layer. */
async function annotate(
  analyst: Viewer,
  articleId: string,
  text: string,
  annotations: DemoAnnotation[],
) {
  const { layer } = await openMyLayer(analyst, articleId);
  const put = annotations.map((annotation) => ({
    label: annotation.label,
    segments: segmentsOf(text, annotation),
    attributes: annotation.attributes,
    note: annotation.note,
    confidence: annotation.confidence,
  }));
  await changeBatch(analyst, layer.id, batchInput.parse({ put, offsetUnit: 'utf-16' }), null);
  await changeLayerState(analyst, layer.id, 'submitted');
}

/**
 * Makes the demo project for the viewer: two articles, three analysts’ submitted layers. A viewer
 * who already owns one (by its name, not archived) gets that one; archive it to have a fresh one.
 */
export async function fillDemo(viewer: Viewer): Promise<DemoView> {
  const { items } = await listProjects(viewer, { limit: 1000 });
  const there = items.find(({ name, role }) => name === demoProject.name && role === 'owner');
  if (there !== undefined) return { projectId: there.id, made: false };
  const { id: projectId } = await beginProject(viewer, projectInput.parse(demoProject));
  for (const { article, layers } of demoArticles) {
    const input = articleInput.parse({ ...article, cleanup: 'none' });
    const { id: articleId } = await addArticle(viewer, projectId, input);
    for (const analyst of Object.keys(layers) as Analyst[]) {
      const viewer = await analystIn(projectId, analyst);
      await annotate(viewer, articleId, article.text, layers[analyst]);
    }
  }
  return { projectId, made: true };
}
