import type { Metadata } from 'next';
import { settlingAt } from '@/app/_gate/desk-of-page';
import { settlingAskOf } from '@/components/settling/desk/settling-ask';
import { LargeAdjudicationPage } from '@/components/settling/desk/large-adjudication-page';
import { SettlingPage } from '@/components/settling/desk/settling-page';
import { DeadEnd } from '@/components/ui/dead-end';

type Address = { params: Promise<{ articleId: string }> };

const room = '/adjudication';

/** Compressed characters that are rendered here, some 10 an annotation: more would keep others waiting. */
const maxRendered = 20_000;

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const desk = await settlingAt(params, room);
  const isThere = desk !== null && !('tooMuch' in desk);
  return { title: isThere ? `Settling of ${desk.article.title}` : 'Settling' };
}

export default async function ArticleAdjudicationPage({
  params,
  searchParams,
}: Address & { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const desk = await settlingAt(params, room);
  if (desk === null)
    return (
      <DeadEnd title="Only managers settle">
        What was decided about an article, and why, is shown to you beside your own reading.
      </DeadEnd>
    );
  if ('tooMuch' in desk)
    return <DeadEnd title="This article cannot be adjudicated now">{desk.tooMuch}</DeadEnd>;
  const Adjudication = desk.packed.length > maxRendered ? LargeAdjudicationPage : SettlingPage;
  return (
    <Adjudication key={desk.article.id} desk={desk} first={settlingAskOf(await searchParams)} />
  );
}
