import type { Viewer } from '@/lib/access/viewer';
import type { ArticleMark } from '@/lib/agreement/statistics/statistics-store';
import { findArticleMarks } from '@/lib/agreement/statistics/statistics-store';
import { db } from '@/lib/db';
import { aMember } from './a-member';
import { aProject } from './a-project';

/** A project with two analysts, and the marks of what both have read of it by now. */
export type TwoReaders = {
  projectId: string;
  ada: Viewer;
  ben: Viewer;
  marks: () => Promise<ArticleMark[]>;
};

/** Begins such a project. */
export async function twoReaders(): Promise<TwoReaders> {
  const { projectId } = await aProject();
  const [ada, ben] = [await aMember(projectId, 'analyst'), await aMember(projectId, 'analyst')];
  return { projectId, ada, ben, marks: () => findArticleMarks(db(), projectId, ada.userId) };
}
