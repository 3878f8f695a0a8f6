namespace Benchmarks.Gateway;

/// <summary>Debian's nginx as a proxy with kept upstream connections, in a directory of its own, never the system's service.</summary>
static class Nginx
{
    public static Task<Server> StartAsync(string directory, int port, int backend, bool accessLog)
    {
        Directory.CreateDirectory(directory);
        var file = Path.Combine(directory, "nginx.conf");
        File.WriteAllText(
            file,
            $$"""
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            daemon off;
            worker_processes auto;
            pid nginx.pid;
            error_log error.log;
            events { worker_connections 1024; }
            http {
              access_log {{(accessLog ? "access.log" : "off")}};
              client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
              keepalive_requests 1000000000;
              upstream instance { server 127.0.0.1:{{backend}}; keepalive 64; keepalive_requests 1000000000; }
              server {
                listen 127.0.0.1:{{port}};
                location / {
                  proxy_pass http://instance;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_set_header Host $http_host;
                  proxy_set_header X-Forwarded-For $remote_addr;
                  proxy_set_header X-Forwarded-Host $http_host;
                  proxy_set_header X-Forwarded-Proto $scheme;
                }
              }
            }
            """
        );
        return Server.StartAsync(
            $"http://127.0.0.1:{port}/",
            "nginx",
            "-p",
            directory,
            "-c",
            file,
            "-e",
            Path.Combine(directory, "error.log")
        );
    }
}
