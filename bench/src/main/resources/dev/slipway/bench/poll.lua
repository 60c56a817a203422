-- Polls /boot/v1/bundle as the devices of a file in turn, one "TOKEN ETAG" a line; "-" for no ETag.
-- Arguments: file, path, "keep", "close" for a new connection each, or "once" to stop when all were sent. Requests are made before the run, so that the run only sends them.
local requests, at, once = {}, 0, false

function init(args)
  once = args[3] == "once"
  for line in io.lines(args[1]) do
    local token, etag = line:match("^(%S+) (%S+)$")
    local headers = { ["Authorization"] = "Bearer " .. token, ["User-Agent"] = "slipway-bootloader/1" }
    if etag ~= "-" then headers["If-None-Match"] = etag end
    if args[3] == "close" then headers["Connection"] = "close" end
    requests[#requests + 1] = wrk.format("GET", args[2], headers)
  end
end

function request()
  at = at % #requests + 1
  if once and at == #requests then wrk.thread:stop() end
  return requests[at]
end

function done(summary)
  local errors = summary.errors
  io.write(string.format("RESULT requests=%d bytes=%d refused=%d broken=%d\n",
    summary.requests, summary.bytes, errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
