import { NextRequest } from 'next/server';
import { expect, it, vi } from 'vitest';
import { GET } from '@/app/api/auth/[...nextauth]/route';

it.each(['callback/credentials', 'callback/other', '_log', 'signin/github'])(
  'GET /api/auth/%s is not there, and writes nothing to the log',
  async (path) => {
    const logged = vi.spyOn(console, 'error');
    const request = new NextRequest(`http://localhost:3000/api/auth/${path}`);
    const answer = await GET(request, { params: Promise.resolve({ nextauth: path.split('/') }) });
    expect(answer.status).toBe(404);
    expect(logged).not.toHaveBeenCalled();
  },
);
