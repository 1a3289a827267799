import { fingerprint } from '@/lib/access/secret';
import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { respond } from '@/app/_gate/respond';
import { metricsText } from '@/lib/access/metrics';
import { forbidden } from '@/lib/refusal';

const isThisMachine = (address: string) => /^(?:127(?:\.\d{1,3}){3}|::1)$/.test(address);

function hasToken(header: string | null): boolean {
  const token = process.env.PARALLAX_METRICS_TOKEN;
  if (!token || header === null) return false;
  // Fingerprints have equal lengths, whatever was sent.
  const [sent, known] = [header, `Bearer ${token}`].map((text) => Buffer.from(fingerprint(text)));
  return sent !== undefined && known !== undefined && timingSafeEqual(sent, known);
}

export const GET = respond(
  {
    summary:
      'Read the metrics of this process, for Prometheus; from this machine, or with the metrics token',
    who: 'anyone',
    withoutDatabase: true,
    answer: z.string(),
    answerType: 'text/plain',
  },
  async ({ address, request }) => {
    // The amount of writing reveals colleagues’ work, which blind projects hide from analysts.
    if (!isThisMachine(address) && !hasToken(request.headers.get('authorization')))
      throw forbidden(
        'Metrics are open to this machine, and to requests with PARALLAX_METRICS_TOKEN as a bearer token.',
      );
    return new Response(await metricsText(), {
      headers: {
        'content-type': 'text/plain; version=0.0.4; charset=utf-8',
        'cache-control': 'no-store',
      },
    });
  },
);
