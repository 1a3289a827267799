import { openApiDocument } from '@/app/api/v1/openapi.json/document';
import type { ApiDocument } from '@/components/api-guide/api-document';
import { ApiGuide } from '@/components/api-guide/api-guide';
import { chaptersOf } from '@/components/api-guide/chapters';
import { Page } from '@/components/ui/page';

export const metadata = { title: 'The API' };

export default function ApiPage() {
  return (
    <Page>
      <ApiGuide chapters={chaptersOf(openApiDocument() as ApiDocument)} />
    </Page>
  );
}
