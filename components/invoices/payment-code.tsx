import { useTranslations } from 'next-intl';
import type { QrPath } from '@/lib/qr-path';

/** Modules of white around the code, as the standard asks for. */
const quiet = 4;

/** The QR code of a bank transfer, dark on white in dark mode too, because banks' apps read no other. */
export function PaymentCode({ code: { size, path } }: { code: QrPath }) {
  const t = useTranslations('invoices.pay');
  const side = size + 2 * quiet;
  return (
    <figure className="w-44 shrink-0 print:w-36">
      <svg
        role="img"
        aria-label={t('codeAlt')}
        viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
        shapeRendering="crispEdges"
        className="block w-full rounded-field"
      >
        <path fill="#fff" d={`M${-quiet} ${-quiet}h${side}v${side}h${-side}z`} />
        <path stroke="#000" d={path} />
      </svg>
      <figcaption className="mt-2 text-sm text-ink-soft">{t('code')}</figcaption>
    </figure>
  );
}
