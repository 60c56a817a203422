-- Sends requests as the devices of a file, in turn. Arguments: file, path, manner:
-- "keep" polls, one "TOKEN ETAG" a line, "-" for no ETag; "close" with a new connection each, "once" ends the run when all
-- are answered; "post" posts each line as JSON. Requests are made before the run, so that the run only sends them.
-- Path "-" is for phones: each line is "PATH ETAG", and they say what a snom phone does, as Phones.java.
local requests, at = {}, 0

local function poll(line, path, manner)
  local token, etag = line:match("^(%S+) (%S+)$")
  local headers = { ["Authorization"] = "Bearer " .. token, ["User-Agent"] = "slipway-bootloader/1" }
  if path == "-" then
    path, headers = token, { ["User-Agent"] = "Mozilla/4.0 (compatible; snomD785-SIP 10.1.169.16)" }
  end
  if etag ~= "-" then headers["If-None-Match"] = etag end
  if manner == "close" then headers["Connection"] = "close" end
  return wrk.format("GET", path, headers)
end

local function result(requests, bytes, refused, broken, half, most)
  io.write(string.format("RESULT requests=%d bytes=%d refused=%d broken=%d half=%d most=%d\n",
    requests, bytes, refused, broken, half, most))
end

-- wrk itself sleeps until its time is over, however early its thread stops: so the process is ended.
local function counted()
  local answered, bytes, refused = 0, 0, 0
  return function(status, headers, body)
    answered, bytes = answered + 1, bytes + #body
    if status >= 400 then refused = refused + 1 end
    if answered == #requests then
      result(answered, bytes, refused, 0, 0, 0)
      os.exit(0)
    end
  end
end

function init(args)
  for line in io.lines(args[1]) do
    requests[#requests + 1] = args[3] == "post"
      and wrk.format("POST", args[2], { ["Content-Type"] = "application/json" }, line)
      or poll(line, args[2], args[3])
  end
  if args[3] == "once" then response = counted() end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  result(summary.requests, summary.bytes, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99))
end
