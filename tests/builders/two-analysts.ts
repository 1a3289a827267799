import type { Viewer } from '@/lib/access/viewer';
import type { AgreementArticle } from '@/lib/agreement/statistics/statistics-store';
import { findAgreementArticles } from '@/lib/agreement/statistics/statistics-store';
import { db } from '@/lib/db';
import { memberRows } from './a-member';
import { projectRows } from './a-project';
import { insertRows } from './insert-rows';

/** A project with two analysts, and the annotations of both at any time. */
export type TwoAnalysts = {
  projectId: string;
  ada: Viewer;
  ben: Viewer;
  annotations: () => Promise<AgreementArticle[]>;
};

/** Creates such a project. */
export async function twoAnalysts(): Promise<TwoAnalysts> {
  const { projectId, rows } = projectRows();
  const [one, other] = [memberRows(projectId, 'analyst'), memberRows(projectId, 'analyst')];
  await insertRows(...rows, one.rows, other.rows);
  const [ada, ben] = [one.person, other.person];
  return {
    projectId,
    ada,
    ben,
    annotations: () => findAgreementArticles(db(), projectId, ada.userId),
  };
}
