import { readCalibrationBoard } from '@/lib/calibration/calibration-articles';
import { listRounds } from '@/lib/round/rounds';
import { readProgress, readTeamProgress } from '@/lib/annotation/progress';
import { listDrafts } from '@/lib/article/read-draft';
import { orNotFound, projectOfPage, visitOf } from '@/app/_gate/project-of-page';
import { articleQueryOf } from '@/components/article/article-query';
import { ArticleListPage } from '@/components/article/article-list-page';
import { may } from '@/lib/access/permission';
import { listArticles } from '@/lib/article/list-articles';

type Params = Promise<{ projectId: string }>;

export async function generateMetadata({ params }: { params: Params }) {
  return { title: (await visitOf(params))?.project.name };
}

export default async function ProjectPage({
  params,
  searchParams,
}: {
  params: Params;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { viewer, project } = await projectOfPage(params);
  const asked = articleQueryOf(await searchParams);
  const query = { ...asked, archived: asked.archived && may(project.role, 'archive articles') };
  const { items, nextCursor } = await listArticles(viewer, project.id, {
    limit: query.shown,
    cursor: query.from,
    archived: query.archived,
    sort: query.sort,
    q: query.q,
    submitted: query.work === '' ? undefined : query.work === 'done',
  }).catch(orNotFound);
  const ids = items.map(({ id }) => id);
  const annotates = may(project.role, 'write own layer');
  const sees = may(project.role, 'see every layer');
  const prepares = may(project.role, 'add articles') && project.archivedAt === null;
  const drafts = prepares
    ? await listDrafts(viewer, project.id, { limit: 1000, archived: query.archived })
    : { items: [] };
  const { items: rounds } = await listRounds(viewer, project.id, { limit: 1 });
  return (
    <ArticleListPage
      project={project}
      query={query}
      articles={items}
      drafts={drafts.items}
      nextCursor={nextCursor}
      calibration={await readCalibrationBoard(viewer, project.id, ids)}
      mine={annotates ? await readProgress(viewer, project.id, ids) : null}
      round={rounds[0] ?? null}
      team={sees ? await readTeamProgress(viewer, project.id, ids) : null}
    />
  );
}
