import { paymentMethods } from '@/lib/invoices/payments/rule';

type Method = (typeof paymentMethods)[number];

/** The methods as choices, each beginning with a capital letter. */
export function methodNames(nameOf: (method: Method) => string, locale: string) {
  return paymentMethods.map((value) => ({ value, label: capital(nameOf(value), locale) }));
}

export function capital(text: string, locale: string): string {
  return text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);
}
