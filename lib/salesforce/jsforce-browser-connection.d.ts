/** What we use of jsforce's browser build, which ships without types for this path. */
declare module 'jsforce/browser/connection' {
  interface Transport {
    httpRequest(request: JsforceRequest): Promise<JsforceResponse> & { stream(): unknown }
  }
  interface JsforceRequest {
    method: 'GET' | 'POST' | 'PATCH'
    url: string
    headers?: Record<string, string>
    body?: string
  }
  interface JsforceResponse {
    statusCode: number
    headers: Record<string, string>
    body: string
  }
  interface Options {
    instanceUrl: string
    accessToken: string
    version: string
    callOptions: Record<string, string>
  }
  export class Connection {
    constructor(options: Options)
    readonly limitInfo: { readonly apiUsage?: { readonly used: number; readonly limit: number } }
    request(request: JsforceRequest, options: { transport: Transport }): Promise<unknown>
  }
}
