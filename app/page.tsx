import { isAnybodyHere } from '@/lib/access/welcome';
import { readOwnProgress } from '@/lib/annotation/progress';
import { listProjects } from '@/lib/project/read-project';
import { redirect } from 'next/navigation';
import { pageVisitor } from '@/app/_gate/viewer';
import { StartPage, NobodyYet } from '@/components/project/start-page';
import { Page } from '@/components/ui/page';

export const metadata = { title: { absolute: 'Projects · Parallax' } };

const query = { limit: 1000 };

export default async function HomePage() {
  const viewer = await pageVisitor();
  if (viewer === null) {
    if (await isAnybodyHere()) redirect('/sign-in');
    return (
      <Page>
        <NobodyYet />
      </Page>
    );
  }
  const [{ items: projects }, { items: archived }, progress] = await Promise.all([
    listProjects(viewer, query),
    listProjects(viewer, { ...query, archived: true }),
    readOwnProgress(viewer),
  ]);
  return (
    <Page>
      <StartPage projects={projects} archived={archived} progress={progress} />
    </Page>
  );
}
