-- Sends requests as the devices of a file, in turn. Arguments: file, path, manner:
-- "keep" polls, one "TOKEN ETAG" a line, "-" for no ETag; "close" with a new connection each, "once" stops when all were sent;
-- "post" posts each line as JSON. Requests are made before the run, so that the run only sends them.
local requests, at, once = {}, 0, false

local function poll(line, path, manner)
  local token, etag = line:match("^(%S+) (%S+)$")
  local headers = { ["Authorization"] = "Bearer " .. token, ["User-Agent"] = "slipway-bootloader/1" }
  if etag ~= "-" then headers["If-None-Match"] = etag end
  if manner == "close" then headers["Connection"] = "close" end
  return wrk.format("GET", path, headers)
end

function init(args)
  once = args[3] == "once"
  for line in io.lines(args[1]) do
    requests[#requests + 1] = args[3] == "post"
      and wrk.format("POST", args[2], { ["Content-Type"] = "application/json" }, line)
      or poll(line, args[2], args[3])
  end
end

function request()
  at = at % #requests + 1
  if once and at == #requests then wrk.thread:stop() end
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT requests=%d bytes=%d refused=%d broken=%d half=%d most=%d\n",
    summary.requests, summary.bytes, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
