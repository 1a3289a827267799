import { headers } from 'next/headers';
import { publicOrigin } from '@/app/_gate/address';
import { apiChapters } from './api-chapters';
import { ApiGuideStart } from '@/components/api-guide/api-guide';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'The API' };

export default async function ApiPage() {
  const address = publicOrigin({ headers: await headers() });
  return (
    <Page>
      <ApiGuideStart chapters={apiChapters()} address={address} />
    </Page>
  );
}
