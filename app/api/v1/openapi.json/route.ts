import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { openApiDocument } from './document';

export const GET = respond(
  { summary: 'Read this description', who: 'anyone', answer: z.record(z.string(), z.unknown()) },
  () => openApiDocument(),
);
